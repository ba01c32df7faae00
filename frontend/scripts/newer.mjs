import { existsSync, readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';

const BUILT = new Set(['node_modules', 'dist', 'target', 'schema.d.ts']);

/** When anything in these files and folders last changed; what is built from them does not count. */
export function newest(paths) {
  return Math.max(...paths.map(changed));
}

function changed(path) {
  if (!existsSync(path)) {
    return 0;
  }
  const { mtimeMs } = statSync(path);
  const inside = statSync(path).isDirectory() ? readdirSync(path).filter((name) => !BUILT.has(name)) : [];
  return Math.max(mtimeMs, ...inside.map((name) => changed(join(path, name))));
}
