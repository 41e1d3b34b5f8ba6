// The data that the page embeds, as plain values. Large data is packed: gzip, in base64.

/** The data in a script element. */
export async function load(element) {
  const text = element.textContent;
  return JSON.parse(element.dataset.packed ? await unpacked(text) : text);
}

async function unpacked(text) {
  const bytes = Uint8Array.from(atob(text), (character) => character.charCodeAt(0));
  const stream = new Blob([bytes]).stream().pipeThrough(new DecompressionStream("gzip"));
  return new Response(stream).text();
}
