// SPDX-License-Identifier: Apache-2.0
#pragma once
// Forms for ministries that need paper: HTML to DOCX by pandoc, and that DOCX to PDF by LibreOffice; and back
// from DOCX, ODT and PDF to lines of text. Programs run as limited child processes in a folder of their own;
// none is needed to read DOCX and ODT.

#include "base/refusal.hpp"

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace poa::national_reports {

enum class FormFormat : std::uint8_t { html, docx, pdf, xlsx };
[[nodiscard]] std::optional<FormFormat> parse_form_format(std::string_view name); ///< "docx"
[[nodiscard]] std::string_view name_of(FormFormat format);
[[nodiscard]] std::string_view media_type_of(FormFormat format);

struct FormConverters {
    std::string pandoc = "pandoc"; ///< looked up in /usr/local/bin:/usr/bin:/bin unless it has a slash
    std::string office = "soffice";
    std::string pdftotext = "pdftotext";
    int cpu_seconds = 30;  ///< each
    int wall_seconds = 60; ///< each; a worker thread waits as long
    std::size_t memory_bytes = std::size_t{2} << 30;
    std::size_t output_bytes_max = std::size_t{64} << 20;
};

/// `html`, a whole page, as DOCX or PDF. At most two run at a time. Refuses (rule)
/// "national_reports.converter_missing" (converter, package: of Debian), "national_reports.conversion_failed"
/// (converter, reason); (too_many) "national_reports.exports_busy" (seconds).
[[nodiscard]] Result<std::string> convert_form(FormFormat format, const std::string& html,
                                               std::string_view language,
                                               const FormConverters& converters = {});

/// What a file is, by its bytes: "docx", "odt", "pdf", "xlsx", "text" (that has the mark of a form), "json";
/// empty where it is none of them.
[[nodiscard]] std::string_view sniff_answers(std::string_view bytes);

/// Of a PDF what pdftotext reads of it, anything else as it is: to be called before a transaction begins, so
/// that none waits for a program. Refuses as `convert_form`; (bad_input)
/// "national_reports.form_marks_missing" (from) of a PDF without the marks of a form, such as one of
/// pictures.
[[nodiscard]] Result<std::string> without_pdf(std::string bytes, const FormConverters& converters = {});

/// The paragraphs of a DOCX or ODT, or the lines of a text, in the order they are read in. Text that was
/// struck out in a record of changes is not in it. Refuses (bad_input) "national_reports.form_unreadable"
/// (from).
[[nodiscard]] Result<std::vector<std::string>> lines_of_document(std::string_view bytes,
                                                                 std::string_view from);

} // namespace poa::national_reports
