// Fails when a first visit would load more JavaScript than this, compressed.
import { readFileSync } from 'node:fs';
import { gzipSync } from 'node:zlib';

const LIMIT_KB = 250;
const dist = new URL('../dist/', import.meta.url);
const page = readFileSync(new URL('index.html', dist), 'utf8');
const files = [...page.matchAll(/(?:src|href)="(\.\/[^"]+\.js)"/g)].map(([, file]) => file);
if (files.length < 2) {
  console.error(
    `Only ${files.length} scripts are named in dist/index.html: this check no longer understands it.`,
  );
  process.exit(1);
}

const kb = files.reduce((sum, file) => sum + gzipSync(readFileSync(new URL(file, dist))).length, 0) / 1024;
console.log(
  `First load: ${kb.toFixed(1)} kB of JavaScript (gzip) in ${files.length} files; ${LIMIT_KB} kB are allowed.`,
);
if (kb > LIMIT_KB) {
  process.exit(1);
}
