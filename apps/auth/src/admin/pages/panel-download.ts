/** What a reading answers when it is a file to be kept rather than something to be shown. */
export class PanelDownload {
  constructor(
    readonly name: string,
    readonly mediaType: string,
    readonly chunks: AsyncIterable<string>,
  ) {}
}
