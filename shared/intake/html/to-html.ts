const VOID = /^(?:area|base|br|col|embed|hr|img|input|link|meta|source|track|wbr)$/i

/**
 * XML that an HTML parser reads right: an element that closes itself (`<title/>`) is written out, since in
 * HTML it would swallow what follows.
 */
export function toHtml(xml: string): string {
  return xml
    .replace(/<\?[^>]{0,500}\?>/g, '')
    .replace(/<([A-Za-z][\w:.-]*)((?:\s[^<>]*?)?)\/>/g, (whole, name: string, attributes: string) =>
      VOID.test(name) ? whole : `<${name}${attributes}></${name}>`,
    )
}
