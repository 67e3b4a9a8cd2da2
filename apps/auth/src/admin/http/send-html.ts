import type { FastifyReply } from 'fastify';
import { sayLanguage } from '../../words/index.js';

/** Answers a page for people. */
export const sendHtml = (reply: FastifyReply, language: string, page: string): FastifyReply =>
  sayLanguage(reply, language).type('text/html; charset=utf-8').send(page);
