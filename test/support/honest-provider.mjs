/**
 * An OpenID provider as others run it, with pages of its own. Says on standard output where it listens.
 * Arguments: the client's redirect address, its id and its secret.
 */
import Provider from 'oidc-provider';

const [redirectUri, clientId, clientSecret] = process.argv.slice(2);
const { createServer } = await import('node:http');
const server = createServer();
server.listen(0, '127.0.0.1', () => {
  const issuer = `http://127.0.0.1:${server.address().port}`;
  const provider = new Provider(issuer, {
    clients: [
      {
        client_id: clientId,
        client_secret: clientSecret,
        redirect_uris: [redirectUri],
        token_endpoint_auth_method: 'client_secret_post',
      },
    ],
    claims: { email: ['email', 'email_verified'], profile: ['name'] },
    // Whoever types an address is its owner.
    findAccount: (_, sub) => ({
      accountId: sub,
      claims: () => ({ sub, email: sub, email_verified: true, name: 'Grace Hopper' }),
    }),
    conformIdTokenClaims: false,
  });
  server.on('request', provider.callback());
  process.stdout.write(`${issuer}\n`);
});
