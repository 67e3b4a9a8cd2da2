import { ApiClient } from 'adminjs';
import { pageHeaders } from './request.js';

/** AdminJS sends forms as multipart, which the service does not take. */
function withoutMultipart({ data, headers, ...options }) {
  return data instanceof FormData ? { ...options, data: Object.fromEntries(data) } : { ...options, data };
}

/** AdminJS calls buttons that change something by GET, and names that method; where it reads, it names none. */
function withoutChangingGet(options) {
  return options.method === 'get' ? { ...options, method: 'post' } : options;
}

function goToLogin(error) {
  if (error.response?.status === 401) window.location.assign(window.REDUX_STATE.paths.loginPath);
  throw error;
}

/** Fits AdminJS' client to the panel's server. */
export function adaptApiClient() {
  for (const method of ['resourceAction', 'recordAction', 'getDashboard']) {
    const original = ApiClient.prototype[method];
    ApiClient.prototype[method] = function adapted(options = {}) {
      // A refusal carries its notice in the body, whatever its status.
      const validateStatus = (status) => status < 300 || status === 403 || status === 404;
      return original
        .call(this, {
          ...withoutChangingGet(withoutMultipart(options)),
          headers: pageHeaders(),
          validateStatus,
        })
        .catch(goToLogin);
    };
  }
}
