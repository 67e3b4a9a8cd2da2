/** People, and the loads of those who log in and stay so. */

const json = { 'content-type': 'application/json' };

/** As many people as connections: many logins at once for one account would be taken for guessing. */
export async function createPeople(base, headers, { password }, amount) {
  const people = Array.from({ length: amount }, (_, index) => ({
    password,
    email: `person-${index}@example.test`,
  }));
  for (const person of people) {
    const response = await fetch(`${base}/v1/users`, {
      method: 'POST',
      headers: { ...json, ...headers },
      body: JSON.stringify(person),
    });
    if (!response.ok) throw new Error(`creating a user: ${response.status}`);
  }
  return people;
}

/** Each request logs in the next person. */
export function loginLoad(base, people) {
  let next = 0;
  const setupRequest = (request) => ({ ...request, body: JSON.stringify(people[next++ % people.length]) });
  return { url: `${base}/v1/login`, requests: [{ method: 'POST', headers: json, setupRequest }] };
}

/** Each request takes a token that no other has, and its answer gives the successor back. */
export function refreshLoad(base, tokens) {
  return {
    url: `${base}/v1/refresh`,
    requests: [
      {
        method: 'POST',
        headers: json,
        setupRequest: (request) => ({ ...request, body: JSON.stringify({ refreshToken: tokens.pop() }) }),
        onResponse: (status, body) => {
          if (status === 200) tokens.push(JSON.parse(body).refreshToken);
        },
      },
    ],
  };
}
