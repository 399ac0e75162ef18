// Bundles src/ into content-hashed, pre-compressed files and writes manifest.json (logical name -> hashed name), which
// io.nordwand.web.Assets reads. Usage: node build.mjs [--watch] [output directory]
import { createHash } from "node:crypto";
import { mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { basename, extname, join, resolve } from "node:path";
import { fileURLToPath } from "node:url";
import { brotliCompressSync, constants, gzipSync } from "node:zlib";
import { context } from "esbuild";

const here = fileURLToPath(new URL(".", import.meta.url));
const text = new Set([".js", ".css", ".svg", ".txt"]);
const licences = [
  ["htmx (scripts)", "node_modules/htmx.org/LICENSE"],
  ["Inter (font)", "src/licences/inter.txt"],
  ["Lucide (icons)", "src/licences/lucide.txt"],
];

/** What people's browsers get, and what TVs get, whose browsers are often years old. */
const sets = [
  {
    entryPoints: [
      { in: "src/app.js", out: "app" },
      { in: "src/styles/app.css", out: "app" },
      { in: "src/favicon.svg", out: "favicon" },
    ],
    target: ["chrome123", "firefox120", "safari17.5"],
  },
  {
    entryPoints: [
      { in: "src/pair.js", out: "pair" },
      { in: "src/styles/pair.css", out: "pair" },
    ],
    target: ["chrome85"],
  },
];

/** Builds once into the directory and returns the manifest; with watch it goes on building as sources change. */
export async function build(directory, watch = false) {
  const options = {
    absWorkingDir: here,
    outdir: directory,
    entryNames: "[name].[hash]",
    assetNames: "[name].[hash]",
    loader: { ".woff2": "file", ".svg": "copy" },
    bundle: true,
    minify: !watch,
    sourcemap: watch ? "inline" : false,
    format: "iife",
    legalComments: "none",
    banner: { js: "/* Licences: /assets/LICENSES.txt */", css: "/* Licences: /assets/LICENSES.txt */" },
    logLevel: "warning",
    write: false,
  };
  let manifest;
  const built = sets.map(() => null);
  const bundlers = await Promise.all(
    sets.map((set, index) => {
      const writer = {
        name: "write",
        setup: (plugin) =>
          plugin.onEnd((result) => {
            built[index] = result.errors.length === 0 ? result.outputFiles : built[index];
            if (built.every(Boolean)) manifest = write(directory, built.flat());
          }),
      };
      return context({ ...options, ...set, plugins: [writer] });
    }),
  );
  if (watch) {
    await Promise.all(bundlers.map((each) => each.watch()));
    return manifest;
  }
  try {
    for (const each of bundlers) await each.rebuild();
  } finally {
    await Promise.all(bundlers.map((each) => each.dispose()));
  }
  return manifest;
}

function write(directory, outputs) {
  rmSync(directory, { recursive: true, force: true });
  mkdirSync(directory, { recursive: true });
  const manifest = {};
  for (const file of outputs) {
    const name = basename(file.path);
    manifest[name.replace(/\.[A-Z0-9]{8}(\.\w+)$/, "$1")] = name;
    emit(directory, name, Buffer.from(file.contents));
  }
  const notes = Buffer.from(
    licences
      .map(([what, path]) => `==== ${what} ====\n\n${readFileSync(join(here, path), "utf8").trim()}\n`)
      .join("\n\n"),
  );
  const hash = createHash("sha256").update(notes).digest("hex").slice(0, 8).toUpperCase();
  manifest["LICENSES.txt"] = `LICENSES.${hash}.txt`;
  emit(directory, manifest["LICENSES.txt"], notes);
  // Last, so that a reader never sees names of files that are not there yet.
  writeFileSync(join(directory, "manifest.json"), JSON.stringify(manifest, null, 2));
  return manifest;
}

function emit(directory, name, content) {
  const path = join(directory, name);
  writeFileSync(path, content);
  if (!text.has(extname(name))) return;
  const params = { [constants.BROTLI_PARAM_QUALITY]: 11, [constants.BROTLI_PARAM_SIZE_HINT]: content.length };
  writeFileSync(`${path}.br`, brotliCompressSync(content, { params }));
  writeFileSync(`${path}.gz`, gzipSync(content, { level: 9 }));
}

if (process.argv[1] && resolve(process.argv[1]) === fileURLToPath(import.meta.url)) {
  const args = process.argv.slice(2);
  const directory = args.find((arg) => !arg.startsWith("--")) ?? "../target/classes/static/assets";
  await build(resolve(here, directory), args.includes("--watch"));
}
