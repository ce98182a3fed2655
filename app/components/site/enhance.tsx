interface Props {
  /** A module of public/enhance/. */
  module: "reply" | "old-numbers" | "write" | "passkey" | "passphrase";
}

/** A small module that makes a page better and that no page needs. */
export function Enhance({ module }: Props) {
  return <script type="module" src={`/enhance/${module}.js`} />;
}
