// Text as people search it: width, kana, case and accents make no difference.

export function fold(text) {
  return text.normalize("NFKC").toLowerCase()
    .replace(/[\u30a1-\u30f6]/g, (letter) => String.fromCharCode(letter.charCodeAt(0) - 0x60))
    .normalize("NFD").replace(/[\u0300-\u036f]/g, "").normalize("NFC").trim();
}
