// SPDX-License-Identifier: Apache-2.0
#pragma once
// Passwords that everybody tries first.

#include <string_view>

namespace poa::identity {

/// A word of the short list, however it is spelled ("P@ssw0rd2024!", "passwordpassword"), a run along the
/// keyboard or the digits, or fewer than five different characters.
[[nodiscard]] bool is_common_password(std::string_view password);

/// Half of it or more is the person's own e-mail address, the part before its "@", or a name.
[[nodiscard]] bool is_mostly_own_words(std::string_view password, std::string_view email,
                                       std::string_view name);

} // namespace poa::identity
