// Lets the app be put on the home screen, and shows a page of ours when there is no network. Where the browser cannot, nothing is missing.
navigator.serviceWorker?.register('/service-worker.js').catch(() => {});
