import { type FileHandle, open } from 'node:fs/promises';

/** A file that is written on from a known place after an interruption. Its owner alone may read it. */
export class ResumedFile {
  private constructor(private readonly file: FileHandle) {}

  static async open(path: string): Promise<ResumedFile> {
    const file = await open(path, 'a+', 0o600);
    await file.close();
    return new ResumedFile(await open(path, 'r+'));
  }

  /**
   * Writes text at a place, and nothing stays behind it. It is on the disk when this returns.
   *
   * @returns the place behind it
   * @throws Error when the file ends before that place: it is not the file that was begun
   */
  async writeAt(position: number, text: string): Promise<number> {
    const { size } = await this.file.stat();
    if (size < position) throw new Error('The file of refused rows is not the one that was begun.');
    await this.file.truncate(position);
    const { bytesWritten } = await this.file.write(text, position);
    await this.file.datasync();
    return position + bytesWritten;
  }

  close(): Promise<void> {
    return this.file.close();
  }
}
