import { Module } from '@nestjs/common';
import { PermissionCatalogue } from '../core/access/index.js';

/** Owns the permission to read the documents. The pages are files, served beside the framework by `registerDocs`. */
@Module({})
export class DocsModule {
  constructor(catalogue: PermissionCatalogue) {
    catalogue.declare({
      key: 'docs',
      description: 'The documents of this service',
      actions: { read: 'Read the documents where they are closed to strangers' },
    });
  }
}
