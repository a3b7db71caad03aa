// Holds a Teams manifest against the schema that it names the version of: node validate-manifest.cjs FILE
const { readFileSync } = require('node:fs');
const { join } = require('node:path');
const Ajv = require('ajv-draft-04');

const manifest = JSON.parse(readFileSync(process.argv[2], 'utf8'));
const schemas = join(__dirname, 'node_modules', '@microsoft', 'app-manifest', 'build', 'json-schemas', 'teams');
const schema = JSON.parse(readFileSync(join(schemas, `v${manifest.manifestVersion}`, 'MicrosoftTeams.schema.json'), 'utf8'));

// uri is the one format that the schema uses; ajv leaves formats to packages of their own.
const validate = new Ajv({ strict: false, allErrors: true, formats: { uri: (text) => URL.canParse(text) } }).compile(schema);
if (!validate(manifest)) {
  console.error(JSON.stringify(validate.errors, null, 2));
  process.exit(1);
}
console.log(`valid against ${manifest.manifestVersion}`);
