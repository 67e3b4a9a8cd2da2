import { Injectable } from '@nestjs/common';
import {
  type AppConfig,
  camelCase,
  InjectConfig,
  readSetting,
  type RunTimeSettingName,
  settingText,
} from '../../../../core/config/index.js';
import { RequestContext } from '../../../../core/context/index.js';
import { Transactional } from '../../../../core/database/index.js';
import { AppError, assertThat } from '../../../../core/errors/index.js';
import { LiveSettings, SettingRepository } from '../../../../core/settings/index.js';
import { RecordAuditEvent } from '../../../audit/index.js';

/** Changes a setting while the service runs: on this instance at once, on the others within a second. */
@Injectable()
export class ChangeSetting {
  constructor(
    @InjectConfig() private readonly config: AppConfig,
    private readonly settings: SettingRepository,
    private readonly live: LiveSettings,
    private readonly context: RequestContext,
    private readonly audit: RecordAuditEvent,
  ) {}

  /**
   * @param text - as in the environment; null: the environment's value holds again
   * @param version - that the caller has seen; undefined: whichever there is
   * @throws AppError `invalid_request`, `version_mismatch`
   */
  @Transactional()
  async execute(name: RunTimeSettingName, text: string | null, version?: number): Promise<void> {
    const after = text === null ? null : checked(name, text);
    const before = await this.settings.findForChange(name);
    assertThat(version === undefined || version === before.version, 'version_mismatch');
    if (after === before.value) return;
    await this.settings.save(name, after, this.context.actor?.userId ?? null);
    await this.record(name, before.value, after);
    await this.live.announce(name);
  }

  private async record(name: RunTimeSettingName, before: string | null, after: string | null): Promise<void> {
    const environment = settingText(this.config[camelCase(name)]);
    await this.audit.execute({
      action: after === null ? 'setting.reset' : 'setting.changed',
      subjectType: 'setting',
      subjectId: name,
      before: before ?? environment,
      after: after ?? environment,
    });
  }
}

/** @returns the text in its usual form */
function checked(name: RunTimeSettingName, text: string): string {
  const read = readSetting(name, text);
  if ('fault' in read) throw AppError.forField('invalid_request', 'value', `${name}: ${read.fault}`);
  return settingText(read.value);
}
