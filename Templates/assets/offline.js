// The last edition stays readable when the site cannot be reached: the worker keeps it. Without one nothing is missed.
navigator.serviceWorker?.register(new URL("../service-worker.js", import.meta.url)).catch(() => {});
