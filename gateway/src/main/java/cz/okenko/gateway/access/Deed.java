package cz.okenko.gateway.access;

import java.util.Locale;
import java.util.Optional;

/// What the audit tells: what somebody saw or did.
public enum Deed {
  SIGNED_IN,
  SIGN_IN_REFUSED,
  SIGNED_OUT,
  REFUSED,
  OPENED,
  SEARCHED,
  EXPORTED,
  DOWNLOADED,
  ERASED,
  CHANGED_NOTE,
  DELETED_NOTE,
  WITHDREW_CONSENT,
  CLAIMED,
  REPLIED,
  NOTED,
  CLOSED,
  SNOOZED,
  GAVE_BACK,
  TRANSFERRED,
  ASKED_CONSENT,
  WITHDREW_QUESTION,
  PREPARED_REFERRAL,
  REFERRED,
  JOINED,
  BLOCKED_SENDER,
  LIFTED_BLOCK,
  ADDED_CANNED,
  CHANGED_CANNED,
  DELETED_CANNED,
  KEPT_VIEW,
  DROPPED_VIEW,
  ADDED_CLERK,
  CHANGED_CLERK,
  CHANGED_ROLE,
  DEACTIVATED_CLERK,
  ACTIVATED_CLERK,
  SET_ABSENCE,
  ENDED_ABSENCE,
  CHANGED_PHOTOGRAPH,
  IMPORTED,
  SET_PASSWORD,
  CHANGED_OWN_PASSWORD,
  ENROLLED_SECOND_FACTOR,
  USED_RECOVERY_CODE,
  RESET_SECOND_FACTOR,
  ADDED_INTEGRATION,
  REVOKED_INTEGRATION,
  ADDED_HOOK,
  CHANGED_HOOK,
  ROLLED_HOOK_SECRET,
  TESTED_HOOK,
  SENT_AGAIN,
  REMOVED_HOOK;

  private final String code = name().toLowerCase(Locale.ROOT).replace('_', '-');

  /// The word in rows and on the wire.
  public String code() {
    return code;
  }

  public static Optional<Deed> of(String code) {
    for (Deed deed : values()) {
      if (deed.code.equals(code)) {
        return Optional.of(deed);
      }
    }
    return Optional.empty();
  }
}
