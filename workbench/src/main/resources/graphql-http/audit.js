// Runs the server audits of graphql-http against a service, and prints what became of each as JSON.
// The service's address is the argument; the token is in MINIGRAM_TOKEN, where nobody can read it.
import { serverAudits } from 'graphql-http';

const authorization = `Bearer ${process.env.MINIGRAM_TOKEN}`;
const audits = serverAudits({
  url: process.argv[2],
  fetchFn: (url, init = {}) => fetch(url, { ...init, headers: { ...init.headers, authorization } }),
});

const results = [];
for (const audit of audits) {
  const { id, name, status, reason, response } = await audit.fn();
  results.push({ id, name, status, reason: reason && `${reason}; it was ${response.status}` });
}
console.log(JSON.stringify(results));
