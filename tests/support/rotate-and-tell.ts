/**
 * A process of its own that rotates secrets as fast as it can, file after file, and tells on standard
 * output which of them are in, until it is killed; for tests/faults. Argument: an empty folder.
 */
import { join } from "node:path";
import { rotateSecretFile } from "#app/config/rotate-secret.ts";
import { loadSecretRing } from "#app/config/secret-file.ts";

/** Fewer than a ring may have. */
const ROTATIONS = 15;

const [folder = ""] = process.argv.slice(2);
for (let number = 0; ; number += 1) {
  const file = `${number}.key`;
  const path = join(folder, file);
  const { current } = await loadSecretRing(path);
  process.stdout.write(`${file} ${current.id}\n`);
  for (let turn = 0; turn < ROTATIONS; turn += 1) {
    const ring = await rotateSecretFile(path);
    process.stdout.write(`${file} ${ring.current.id}\n`);
  }
}
