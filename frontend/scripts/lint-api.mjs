// Fails when Redocly or Spectral find anything in the OpenAPI document.
import { spawnSync } from 'node:child_process';

const DOCUMENT = '../web-module/src/main/openapi/openapi.yaml';
const LINTERS = [
  ['@redocly/cli/bin/cli.js', '--config=../web-module/redocly.yaml'],
  ['@stoplight/spectral-cli/dist/index.js', '--ruleset=../web-module/.spectral.yaml', '--fail-severity=hint'],
];
const env = { ...process.env, REDOCLY_SUPPRESS_UPDATE_NOTICE: 'true' };

for (const [program, ...options] of LINTERS) {
  const command = [`node_modules/${program}`, 'lint', DOCUMENT, ...options];
  const { status, stdout, stderr } = spawnSync(process.execPath, command, { env, encoding: 'utf8' });
  if (status !== 0) {
    console.error(`${stdout}${stderr}`);
    process.exit(status ?? 1);
  }
}
