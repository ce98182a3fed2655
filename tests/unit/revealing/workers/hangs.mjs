export default function find() {
  for (;;);
}
