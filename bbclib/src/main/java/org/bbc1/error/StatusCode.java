package org.bbc1.error;

import java.util.Arrays;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The codes of success and failure: what the exceptions of the library carry, see {@link
 * ErrorCoded}, and what a node puts into the status field of a message. A negative code is a
 * failure. Source: transaction-format section 10.3, client-protocol section 6.
 */
public enum StatusCode {
  ESUCCESS(0),
  EINVALID_COMMAND(-1),
  ENODESTINATION(-2),
  EUNAUTHORIZED_COMMAND(-3),
  ENOSUBSYSTEM(-4),
  ENOASSET(-11),
  EBADASSETDIGEST(-12),
  EASSET_INSERT(-13),
  ENOTRANSACTION(-14),
  EBADTRANSACTION(-15),
  EBADTXDIGEST(-16),
  EBADTXSIGNATURE(-17),
  ELEDGER_INSERT(-18),
  ESTORAGE_PUT(-19),
  ENOTINSTORAGE(-20),
  EBADKEYPAIR(-30),
  EBADSIGNNUMBER(-31),
  EOTHER(-255);

  private static final Map<Integer, StatusCode> BY_CODE =
      Arrays.stream(values())
          .collect(Collectors.toUnmodifiableMap(StatusCode::code, Function.identity()));

  private final int code;

  StatusCode(int code) {
    this.code = code;
  }

  /** The number on the wire. */
  public int code() {
    return code;
  }

  /** The status with this code, or null if the protocol knows none. */
  public static @Nullable StatusCode ofCode(int code) {
    return BY_CODE.get(code);
  }
}
