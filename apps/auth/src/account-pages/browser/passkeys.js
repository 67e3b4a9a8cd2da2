/**
 * Passkeys need a script. A form with `data-passkey` asks our server for options (the address in `data-options`, with
 * the form's own fields), lets the browser make or show a passkey, and is sent with what came of it.
 */
const explain = (form, text) => {
  const place = form.querySelector('[data-message]');
  place.textContent = text;
  place.hidden = false;
};

const ceremonies = {
  create: (options) =>
    navigator.credentials.create({ publicKey: PublicKeyCredential.parseCreationOptionsFromJSON(options) }),
  get: (options) =>
    navigator.credentials.get({ publicKey: PublicKeyCredential.parseRequestOptionsFromJSON(options) }),
};

async function send(form) {
  const answer = await fetch(form.dataset.options, {
    method: 'POST',
    body: new URLSearchParams(new FormData(form)),
  });
  if (!answer.ok) {
    // The page that explains it: too long ago, not logged in, a link that is used.
    location.assign(form.dataset.otherwise);
    return;
  }
  const credential = await ceremonies[form.dataset.passkey](await answer.json());
  form.elements.response.value = JSON.stringify(credential.toJSON());
  form.submit();
}

for (const form of document.querySelectorAll('form[data-passkey]')) {
  const known =
    typeof PublicKeyCredential === 'function' && 'parseCreationOptionsFromJSON' in PublicKeyCredential;
  if (!known) {
    explain(form, form.dataset.unknown);
    continue;
  }
  form.hidden = false;
  form.addEventListener('submit', (event) => {
    event.preventDefault();
    send(form).catch((error) => {
      const cancelled = error.name === 'NotAllowedError';
      const known = error.name === 'InvalidStateError';
      if (known) explain(form, form.dataset.present);
      else explain(form, cancelled ? form.dataset.cancelled : form.dataset.failed);
    });
  });
}
