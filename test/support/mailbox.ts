import { afterAll, beforeAll, beforeEach } from '@jest/globals';
import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import { type ParsedMail, simpleParser } from 'mailparser';
import { SMTPServer } from 'smtp-server';

/** A mail server on loopback, and what it took. */
export interface Mailbox {
  /** For `SMTP_URL`. */
  readonly url: string;
  readonly mails: readonly ReceivedMail[];
  /** Refuses every mail from now on, or takes them again. */
  refuse(refuses: boolean): void;
  /** The only mail there is for an address, from the last look on. */
  take(recipient: string): ReceivedMail;
}

/** A mail as it came over the wire. */
export interface ReceivedMail {
  readonly to: string;
  readonly subject: string;
  readonly text: string;
  readonly html: string;
  readonly parsed: ParsedMail;
  /** The token of the first link. */
  readonly token: string;
  readonly link: string;
}

/** A real SMTP server for a test file, emptied before each test. */
export function useMailbox(): Mailbox {
  let mails: ReceivedMail[] = [];
  let refuses = false;
  const server = new SMTPServer({
    // Whoever sends may keep its connection open for the next mail.
    closeTimeout: 100,
    authOptional: true,
    disabledCommands: ['STARTTLS', 'AUTH'],
    onMailFrom: (_address, _session, done) =>
      done(refuses ? Object.assign(new Error('not now'), { responseCode: 451 }) : undefined),
    onData: (stream, session, done) => {
      void simpleParser(stream).then((parsed) => {
        mails.push(received(session.envelope.rcptTo[0]?.address ?? '', parsed));
        done();
      });
    },
  });
  beforeAll(async () => {
    server.listen(0, '127.0.0.1');
    await once(server.server, 'listening');
  });
  beforeEach(() => {
    mails = [];
    refuses = false;
  });
  afterAll(() => new Promise<void>((resolve) => server.close(resolve)));
  return {
    get url() {
      return `smtp://127.0.0.1:${(server.server.address() as AddressInfo).port}`;
    },
    get mails() {
      return mails;
    },
    refuse: (now) => (refuses = now),
    take: (recipient) => {
      const found = mails.filter(({ to }) => to === recipient);
      mails = mails.filter(({ to }) => to !== recipient);
      const [mail] = found;
      if (mail === undefined || found.length > 1) throw new Error(`${found.length} mails for ${recipient}`);
      return mail;
    },
  };
}

function received(to: string, parsed: ParsedMail): ReceivedMail {
  const text = parsed.text ?? '';
  const link = /https?:\/\/\S+/.exec(text)?.[0] ?? '';
  return {
    to,
    subject: parsed.subject ?? '',
    text,
    html: typeof parsed.html === 'string' ? parsed.html : '',
    parsed,
    link,
    token: link === '' ? '' : (new URL(link).searchParams.get('token') ?? ''),
  };
}
