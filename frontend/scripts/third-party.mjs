// Turns dist/third-party.json, in which Vite names the packages that it has bundled, into what is delivered: THIRD-PARTY.txt with
// their licences, and a software bill of materials. Fails for a licence that is not allowed, or that a package does not name.
import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';

const ALLOWED = new Set(['0BSD', 'Apache-2.0', 'BSD-2-Clause', 'BSD-3-Clause', 'ISC', 'MIT']);
const dist = new URL('../dist/', import.meta.url);
const metaInf = new URL('META-INF/', dist);
const found = new URL('third-party.json', dist);
const packages = JSON.parse(readFileSync(found, 'utf8'));

if (packages.length < 10) {
  console.error(
    `Only ${packages.length} packages are named in dist/third-party.json: this check no longer understands it.`,
  );
  process.exit(1);
}
const refused = packages.filter(({ identifier }) => !isAllowed(identifier));
for (const { name, version, identifier } of refused) {
  console.error(
    `${name} ${version} has the licence ${identifier ?? '(none)'}, which is not on the list of scripts/third-party.mjs.`,
  );
}
if (refused.length > 0) {
  process.exit(1);
}

mkdirSync(new URL('sbom/', metaInf), { recursive: true });
writeFileSync(new URL('THIRD-PARTY-frontend.txt', metaInf), licences());
writeFileSync(new URL('sbom/millrace-frontend.cdx.json', metaInf), billOfMaterials());
rmSync(found);

/** An expression such as `(MIT OR GPL-2.0)` is allowed if one of its licences is. */
function isAllowed(expression = '') {
  return expression
    .replace(/[()]/g, '')
    .split(/ OR /)
    .some((choice) => choice.split(/ AND /).every((licence) => ALLOWED.has(licence.trim())));
}

function licences() {
  const parts = packages.map(({ name, version, identifier, text = '' }) =>
    `${name} ${version} (${identifier})\n\n${text}`.trimEnd(),
  );
  return `Bundled in the front end:\n\n${parts.join(`\n\n${'-'.repeat(80)}\n\n`)}\n`;
}

/** CycloneDX 1.6, https://cyclonedx.org/docs/1.6/json/ */
function billOfMaterials() {
  const { name, version } = JSON.parse(readFileSync(new URL('../package.json', import.meta.url), 'utf8'));
  const components = packages.map((bundled) => ({
    type: 'library',
    name: bundled.name,
    version: bundled.version,
    purl: purl(bundled),
    licenses: [{ expression: bundled.identifier }],
  }));
  const metadata = { component: { type: 'application', name, version } };
  return `${JSON.stringify({ bomFormat: 'CycloneDX', specVersion: '1.6', version: 1, metadata, components }, null, 2)}\n`;
}

function purl({ name, version }) {
  return `pkg:npm/${name.replace('@', '%40')}@${version}`;
}
