import { Injectable } from '@nestjs/common';
import { issueOpaqueToken, readOpaqueToken } from '../crypto/index.js';
import { newId } from '../database/index.js';
import { OneTimeTokenRepository, type TokenSubject } from './one-time-token.repository.js';

/**
 * Tokens for links: 256 random bits, stored hashed, of one purpose, good for one use (ASVS 5.0, 6.4 and 7.4). Looking at
 * one never uses it up.
 */
@Injectable()
export class OneTimeTokens {
  constructor(private readonly tokens: OneTimeTokenRepository) {}

  /**
   * Makes a token.
   *
   * @param purpose - a token of one purpose is worth nothing for another
   * @param subjectId - UUID of the row that it speaks of
   * @returns its text, known to nobody else
   */
  async issue(purpose: string, subjectId: string | null, lifeSeconds: number): Promise<string> {
    const token = issueOpaqueToken(newId());
    await this.tokens.insert(token, purpose, subjectId, lifeSeconds);
    return token.text;
  }

  /** What a token speaks of; null when it is unknown, used, too old or of another purpose. */
  async look(text: string, purpose: string): Promise<TokenSubject | null> {
    const token = readOpaqueToken(text);
    return token === null ? null : this.tokens.findUsable(token, purpose);
  }

  /** Uses a token up: of several attempts one wins. The caller's transaction takes it back if it fails. */
  async consume(text: string, purpose: string): Promise<TokenSubject | null> {
    const token = readOpaqueToken(text);
    return token === null ? null : this.tokens.consume(token, purpose);
  }

  /** Makes all tokens of one purpose for one subject worthless. */
  async revokeAllOf(subjectId: string, purpose: string): Promise<void> {
    await this.tokens.revokeAllOf(subjectId, purpose);
  }

  /** Makes all tokens for one subject worthless, of whatever purpose. */
  async revokeEverythingOf(subjectId: string): Promise<void> {
    await this.tokens.revokeEverythingOf(subjectId);
  }

  /** Forgets what has long expired. */
  async prune(): Promise<void> {
    await this.tokens.prune();
  }
}
