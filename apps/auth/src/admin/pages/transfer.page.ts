import { Injectable } from '@nestjs/common';
import { z } from 'zod';
import { AppError } from '../../core/errors/index.js';
import { formatHeader, formatRecords, readRecords, recordFormats } from '../../core/records/index.js';
import {
  exportedFields,
  ExportUserPage,
  importedFields,
  ImportUserRecords,
  passwordFormatNames,
} from '../../modules/user-transfer/index.js';
import { may } from '../adminjs/panel-admin.js';
import { handler } from './panel-handler.js';
import type { PanelPage, PanelPageOptions } from './panel-page.types.js';

/** Users of one part of an export. */
const PART = 1000;
const format = z.enum(recordFormats);

/** Imports users from a file and exports them into one, part after part. */
@Injectable()
export class TransferPage implements PanelPage {
  constructor(
    private readonly importRecords: ImportUserRecords,
    private readonly exportPage: ExportUserPage,
  ) {}

  describe(): PanelPageOptions {
    return {
      name: 'transfer',
      icon: 'Repeat',
      section: 'people',
      permission: 'user:read',
      readings: {
        read: handler({
          run: (_, admin) =>
            Promise.resolve({ mayImport: may(admin, 'user:create'), passwordFormats: passwordFormatNames }),
        }),
        export: handler({
          input: { format, cursor: z.string().max(1000).optional() },
          run: (input) => this.export(input),
        }),
      },
      actions: {
        import: handler({
          permission: 'user:create',
          input: {
            text: z.string(),
            format,
            source: z.string().min(1, 'faults.required').max(100, 'faults.tooLong'),
            isDryRun: z.boolean(),
            passwordFormat: z
              .strictObject({ name: z.string(), options: z.record(z.string(), z.unknown()).optional() })
              .optional(),
          },
          run: async ({ text, ...said }) =>
            this.importRecords.execute({
              ...said,
              isText: said.format === 'csv',
              records: await readText(text, said.format),
            }),
        }),
      },
    };
  }

  private async export({
    format: wanted,
    cursor,
  }: {
    format: z.output<typeof format>;
    cursor?: string | undefined;
  }) {
    const { items, nextCursor, total } = await this.exportPage.execute(PART, cursor);
    const header = cursor === undefined ? formatHeader(wanted, exportedFields) : '';
    const text = header + formatRecords(wanted, exportedFields, items);
    return { text, count: items.length, nextCursor, total };
  }
}

async function readText(text: string, wanted: z.output<typeof format>) {
  try {
    return await readRecords(text, wanted, importedFields);
  } catch (error) {
    throw AppError.forField('invalid_request', 'file', error instanceof Error ? error.message : '');
  }
}
