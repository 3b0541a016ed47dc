// Passkeys: the browser asks the device, and the answer is sent as an ordinary form. Where it cannot (an address of numbers, no https, an old browser) the button stays hidden.
const can = isSecureContext && window.PublicKeyCredential?.parseRequestOptionsFromJSON && /[a-z]/i.test(location.hostname.replace(/^\[.*/, ''));

async function ask(form) {
  const answer = await fetch(form.dataset.passkey, { method: 'POST', body: new FormData(form) });
  const asked = await answer.json();
  return form.dataset.new === undefined
    ? navigator.credentials.get({ publicKey: PublicKeyCredential.parseRequestOptionsFromJSON(asked) })
    : navigator.credentials.create({ publicKey: PublicKeyCredential.parseCreationOptionsFromJSON(asked) });
}

for (const form of can ? document.querySelectorAll('form[data-passkey]') : []) {
  const { credential } = form.elements, failed = form.querySelector('[data-failed]');
  form.hidden = false;
  form.addEventListener('submit', async event => {
    if (credential.value) return;
    event.preventDefault();
    failed.hidden = true;
    try {
      credential.value = JSON.stringify(await ask(form));
      form.requestSubmit();
    } catch {
      failed.hidden = false;
    }
  });
}
