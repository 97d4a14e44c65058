// SPDX-License-Identifier: Apache-2.0
#pragma once
// The words of a notice, for the page and for the mail alike.

#include "capabilities/notices/notice_kind.hpp"
#include "web/wording.hpp"

#include <cstdint>
#include <optional>
#include <string>

namespace poa::notices {

[[nodiscard]] std::string sentence_of(NoticeKind kind, std::optional<std::int64_t> year,
                                      std::optional<Instant> until, const web::Wording& in);

} // namespace poa::notices
