// SPDX-License-Identifier: Apache-2.0
#pragma once
// What people are told of. Each kind has its words once, for the page and for its copy by mail: a mail goes
// over lines that are not ours, so the words say that there is something and nothing of what is in it.

#include <cstdint>
#include <optional>
#include <span>
#include <string_view>

namespace poa::notices {

enum class NoticeKind : std::uint8_t {
    question_put,      ///< a question to which one's State may answer
    report_turn,       ///< it is one's State's turn to report
    section_given,     ///< a section of a report to answer for
    report_before_you, ///< a report to approve
    release_withdrawn, ///< a release of one's State's report was taken back
};

struct NoticeKindSpec {
    NoticeKind kind;
    std::string_view name;     ///< "question_put"
    std::string_view title;    ///< source string: a line that can be the subject of a mail
    std::string_view sentence; ///< source string; {year} and {until} where `year` and `until` are known
    /// Source string where no last moment is known; empty: it is always known, or is not in the sentence.
    std::string_view without_until;
    /// A person may do without its mail. What binds one's State by its silence, or was done in its name, is
    /// always sent.
    bool is_optional = true;
};

[[nodiscard]] std::span<const NoticeKindSpec> notice_kinds();
[[nodiscard]] const NoticeKindSpec& spec_of(NoticeKind kind);
[[nodiscard]] std::string_view name_of(NoticeKind kind);
[[nodiscard]] std::optional<NoticeKind> parse_notice_kind(std::string_view name);

} // namespace poa::notices
