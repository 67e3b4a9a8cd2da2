/** A service over REST, as somebody or as nobody. */
export class Api {
  #origin;
  #headers;

  constructor(origin, token) {
    this.#origin = origin;
    this.#headers = token === undefined ? {} : { authorization: `Bearer ${token}` };
  }

  as(token) {
    return new Api(this.#origin, token);
  }

  /** @throws Error for every answer that is no success, and for none */
  async send(method, path, body) {
    const content = method === 'POST' || method === 'PUT' ? JSON.stringify(body ?? {}) : null;
    const headers = { ...this.#headers, ...(content !== null && { 'content-type': 'application/json' }) };
    const response = await fetch(this.#origin + path, { method, headers, body: content }).catch((error) => {
      throw new Error(`${method} ${path} was not answered: ${error.cause?.message ?? error.message}`);
    });
    const text = await response.text();
    if (!response.ok) throw new Error(`${method} ${path} was answered with ${response.status}: ${text}`);
    return text === '' ? null : JSON.parse(text);
  }

  get = (path) => this.send('GET', path);
  post = (path, body) => this.send('POST', path, body);
  put = (path, body) => this.send('PUT', path, body);
  delete = (path) => this.send('DELETE', path);

  /** The one in a list that fits, or a new one. */
  async findOrMake(path, fits, body) {
    const { items } = await this.get(`${path}?limit=200`);
    return items.find(fits) ?? this.post(path, body);
  }
}
