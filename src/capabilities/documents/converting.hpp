// SPDX-License-Identifier: Apache-2.0
#pragma once
// Files to text: DOCX, ODT, RTF and HTML by pandoc, PDF by pdftotext, text as it is. Converters are child
// processes with limits and without anything of ours: no network is needed, no environment is passed on,
// files are a folder of their own that goes when they end.

#include "base/refusal.hpp"
#include "capabilities/documents/importing/passage.hpp"
#include "capabilities/documents/importing/source_text.hpp"

#include <string>
#include <string_view>

namespace poa::documents {

struct ConverterLimits {
    std::size_t input_bytes_max = source_bytes_max;     ///< of a file of any kind
    std::size_t unpacked_bytes_max = 256 * 1024 * 1024; ///< of a DOCX or ODT, as its directory says
    std::size_t output_bytes_max = 16 * 1024 * 1024;
    std::size_t markup_bytes_max = 48 * 1024 * 1024; ///< of the text in it, unpacked
    std::size_t paragraphs_max = 12'000; ///< of DOCX, ODT, HTML and RTF, cells too; A/78/76 has 1,050
    int cpu_seconds = 15;
    int wall_seconds = 20; ///< a worker thread waits as long
    std::size_t memory_bytes = std::size_t{2} * 1024 * 1024 * 1024;
    std::string pandoc = "pandoc"; ///< looked up in /usr/local/bin:/usr/bin:/bin unless it has a slash
    std::string pdftotext = "pdftotext";
};

struct ConvertedText {
    std::string text;            ///< for parse_document
    std::string media_type;      ///< as the bytes say
    std::vector<Remark> remarks; ///< "text_converted_from" (UTF-16LE or UTF-16BE)
};

/// The type by the first bytes, never by a name: "application/pdf", DOCX, ODT, "application/rtf",
/// "text/html"; "" where only text or nothing known is seen.
[[nodiscard]] std::string sniff_media_type(std::string_view bytes);

/// Refuses (bad_input): "documents.too_large", "documents.unknown_format" (media_type),
/// "documents.unpacks_too_large", "documents.too_many_passages" (passages, passages_max: before the converter
/// is started), "documents.conversion_failed" (converter, detail),
/// "documents.conversion_limit" (converter, limit: time, cpu, memory or output), "documents.no_text" (a PDF
/// of pictures). Where the converter is not installed: kind rule, "documents.converter_missing" with the
/// package's name.
[[nodiscard]] Result<ConvertedText> convert_to_text(std::string_view bytes, std::string_view media_type,
                                                    const ConverterLimits& limits = {});

} // namespace poa::documents
