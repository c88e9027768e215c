// Bundles the embed widget: one file for a <script> tag, one for import.
import { build } from "esbuild";

const common = {
  entryPoints: ["embed/src/index.ts"],
  bundle: true,
  minify: true,
  sourcemap: true,
  target: "es2022",
  loader: { ".css": "text" },
  logLevel: "warning",
};

await build({ ...common, format: "iife", define: { "import.meta.url": "undefined" }, globalName: "Rexec", outfile: "dist/embed/rexec.min.js" });
await build({ ...common, format: "esm", outfile: "dist/embed/rexec.esm.js" });
