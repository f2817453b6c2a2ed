declare module "word-extractor" {
  export default class WordExtractor {
    extract(bytes: Buffer): Promise<{
      getBody(): string;
      getFootnotes(): string;
      getEndnotes(): string;
      getTextboxes(): string;
      getHeaders(options?: { includeFooters: boolean }): string;
      getFooters(): string;
      getAnnotations(): string;
    }>;
  }
}
