import { readdir, readFile } from "node:fs/promises";
import { extname, join } from "node:path";
import type { Answer } from "./answer.ts";
import { chooseEncoding, digestOf, type Encoding, etagFor, matchesEtag } from "./encodings.ts";

const TYPES: Readonly<Record<string, string>> = {
  ".css": "text/css; charset=utf-8",
  ".ico": "image/x-icon",
  ".js": "text/javascript; charset=utf-8",
  ".json": "application/json; charset=utf-8",
  ".map": "application/json; charset=utf-8",
  ".mjs": "text/javascript; charset=utf-8",
  ".png": "image/png",
  ".svg": "image/svg+xml",
  ".txt": "text/plain; charset=utf-8",
  ".webmanifest": "application/manifest+json",
  ".webp": "image/webp",
  ".woff2": "font/woff2",
};

interface StaticFile {
  type: string;
  digest: string;
  cacheControl: string;
  bodies: Partial<Record<Encoding, Buffer>>;
}

export interface StaticFiles {
  /** The file at a path, or null where there is none. */
  answer(
    pathname: string,
    headers: { acceptEncoding: string | undefined; ifNoneMatch: string | undefined },
  ): Answer | null;
}

/** Vite names what stands in `assets/` by its content, so that it never changes. */
const HASHED = /^\/assets\//;

/**
 * Reads the built client files once, with the `.br` and `.gz` that the build made beside them. Only
 * what is found here can be asked for, so no path leads elsewhere.
 *
 * @throws where the folder is missing: the site has not been built.
 */
export async function loadStaticFiles(folder: string): Promise<StaticFiles> {
  const files = new Map<string, StaticFile>();
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  for (const entry of entries) {
    const path = join(entry.parentPath, entry.name);
    const address = path.slice(folder.length).replaceAll("\\", "/");
    const type = TYPES[extname(entry.name)];
    if (!entry.isFile() || type === undefined || address.startsWith("/.")) continue;
    files.set(address, await load(path, address, type));
  }
  return { answer: (pathname, headers) => answerOf(files.get(pathname), headers) };
}

async function load(path: string, address: string, type: string): Promise<StaticFile> {
  const identity = await readFile(path);
  const [br, gzip] = await Promise.all([readIfThere(`${path}.br`), readIfThere(`${path}.gz`)]);
  return {
    type,
    digest: digestOf(identity),
    cacheControl: HASHED.test(address)
      ? "public, max-age=31536000, immutable"
      : "public, max-age=600",
    bodies: { identity, ...(br && { br }), ...(gzip && { gzip }) },
  };
}

async function readIfThere(path: string): Promise<Buffer | null> {
  try {
    return await readFile(path);
  } catch (error) {
    if (error instanceof Error && "code" in error && error.code === "ENOENT") return null;
    throw error;
  }
}

function answerOf(
  file: StaticFile | undefined,
  asked: { acceptEncoding: string | undefined; ifNoneMatch: string | undefined },
): Answer | null {
  if (file === undefined) return null;
  const wanted = chooseEncoding(asked.acceptEncoding);
  const encoding = file.bodies[wanted] === undefined ? "identity" : wanted;
  const etag = etagFor(file.digest, encoding);
  const headers: Record<string, string> = {
    "Cache-Control": file.cacheControl,
    ETag: etag,
    Vary: "Accept-Encoding",
  };
  if (matchesEtag(asked.ifNoneMatch, etag)) return { status: 304, headers, body: null };
  headers["Content-Type"] = file.type;
  if (encoding !== "identity") headers["Content-Encoding"] = encoding;
  return { status: 200, headers, body: file.bodies[encoding] ?? null };
}
