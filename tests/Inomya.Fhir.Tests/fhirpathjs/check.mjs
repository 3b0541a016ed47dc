// Reads cases from stdin and writes what fhirpath.js makes of each expression to stdout, both as JSON.
// A case: {id, response, variables: [[name, expression]], expressions: [[name, expression]]}.
import fhirpath from 'fhirpath';
import r4 from 'fhirpath/fhir-context/r4/index.js';

const text = await new Promise(done => {
  let all = '';
  process.stdin.on('data', part => all += part).on('end', () => done(all));
});
const compiled = new Map();
const evaluate = (expression, response, variables) => {
  if (!compiled.has(expression)) compiled.set(expression, fhirpath.compile(expression, r4));
  return compiled.get(expression)(response, { resource: response, ...variables });
};
const results = JSON.parse(text).map(({ id, response, variables, expressions }) => {
  const known = {};
  for (const [name, expression] of variables) known[name] = evaluate(expression, response, known);
  return { id, values: Object.fromEntries(expressions.map(([name, expression]) => [name, evaluate(expression, response, known)[0] ?? null])) };
});
process.stdout.write(JSON.stringify(results));
