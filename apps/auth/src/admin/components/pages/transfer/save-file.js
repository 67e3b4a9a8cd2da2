/** Has the browser save a text as a file. */
export function saveFile(name, parts) {
  const url = URL.createObjectURL(new window.Blob(parts, { type: 'application/octet-stream' }));
  const link = Object.assign(document.createElement('a'), { href: url, download: name });
  link.click();
  URL.revokeObjectURL(url);
}
