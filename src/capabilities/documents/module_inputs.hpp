// SPDX-License-Identifier: Apache-2.0
#pragma once
// The declared inputs of the commands of documents, as forms and programs send them.

#include "base/input.hpp"

#include <string>

namespace poa::documents {

/// The kinds of documents there are, with their wording.
[[nodiscard]] const std::vector<Choice>& kind_choices();

struct ImportUpload {
    Upload file;
    std::string symbol, title, language, submitted_by;
    Audience audience = Audience::own_delegation;
    std::string translation = "original", translator, part_of;
    bool new_version = false;
};
const Input<ImportUpload>& input_of(Of<ImportUpload>);

/// An empty field of a correction leaves what was recognised as it is; "-" says that there is none.
struct CorrectionAsked {
    std::string document;
    std::string title, symbol, kind, submitted_by;
    std::optional<Day> day;
    std::string audience;
    std::string language_from, language_to;
    std::int64_t revision = 0;
};
const Input<CorrectionAsked>& input_of(Of<CorrectionAsked>);

struct WithdrawalAsked {
    std::string document, reason;
};
const Input<WithdrawalAsked>& input_of(Of<WithdrawalAsked>);

} // namespace poa::documents
