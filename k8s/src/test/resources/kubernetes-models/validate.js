// Holds each object of the JSON on standard input against Kubernetes' own schema of its kind, and
// prints as JSON what is wrong.
const { readFileSync } = require('node:fs');

const complaints = [];
for (const object of JSON.parse(readFileSync(0))) {
  const name = `${object.apiVersion} ${object.kind} ${object.metadata.name}`;
  try {
    const Kind = require(`kubernetes-models/${object.apiVersion}`)[object.kind];
    new Kind(object).validate();
  } catch (error) {
    complaints.push(`${name}: ${error.message}`);
  }
}
console.log(JSON.stringify(complaints));
