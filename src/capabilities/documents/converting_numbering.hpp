// SPDX-License-Identifier: Apache-2.0
#pragma once
// Numbers that Word makes when it shows a DOCX, and that pandoc leaves out.

#include <string>
#include <string_view>

namespace poa::documents {

/// The parts of a DOCX that say how paragraphs are numbered, as XML; empty where it has none.
struct DocxParts {
    std::string_view document, styles, numbering;
};

/// `document` with the numbers of headings ("IV.") and of several levels ("4.1.") written into the text;
/// pandoc drops the first and gives of the others the last level only. Lists of one level stay as they are.
/// XML that does not use the usual prefix "w:" comes back unchanged. Linear but for the depth of styles.
[[nodiscard]] std::string with_written_numbers(const DocxParts& parts);

} // namespace poa::documents
