// SPDX-License-Identifier: Apache-2.0
#pragma once
// Refusals of charters in the reader's words: also what stands within their sentences.

#include "base/refusal.hpp"
#include "web/wording.hpp"

#include <string>

namespace poa::charter {

/// The sentence of a refusal, with the words in it (what a clause takes, a form of rule, a stage of an
/// application, the YAML reader's problem) in the reader's language. Programs read them in English in
/// `facts`.
[[nodiscard]] std::string say_problem(const Reason& reason, const web::Wording& in);

} // namespace poa::charter
