// SPDX-License-Identifier: Apache-2.0
#pragma once
// The summary as a file to download: HTML as it is, DOCX made by pandoc, PDF laid out by LibreOffice from
// that DOCX, both as limited child processes.

#include "base/function_ref.hpp"
#include "base/refusal.hpp"

#include <array>
#include <cstdint>
#include <map>
#include <memory>
#include <mutex>
#include <optional>
#include <semaphore>
#include <string>
#include <string_view>

namespace poa::views {

enum class ExportFormat : std::uint8_t { html, docx, pdf };
inline constexpr std::array all_export_formats = {ExportFormat::docx, ExportFormat::pdf, ExportFormat::html};
[[nodiscard]] std::string_view name_of(ExportFormat format); ///< "docx", also the ending of the file
[[nodiscard]] std::optional<ExportFormat> parse_export_format(std::string_view name);
[[nodiscard]] std::string_view media_type_of(ExportFormat format);
/// "views-summary-en.docx"
[[nodiscard]] std::string export_file_name(ExportFormat format, std::string_view language);

struct ExportConverters {
    std::string pandoc = "pandoc"; ///< looked up in /usr/local/bin:/usr/bin:/bin unless it has a slash
    std::string office = "soffice";
    int cpu_seconds = 20;  ///< each
    int wall_seconds = 60; ///< each; a worker thread waits as long
    std::size_t memory_bytes = std::size_t{2} << 30;
    std::size_t output_bytes_max = std::size_t{64} << 20;
};

/// `html` as a file of that format. Refuses (rule) "views.converter_missing" (converter, package: of Debian)
/// and "views.conversion_failed" (converter, reason). Throws MachineFailure where no process can be started.
[[nodiscard]] Result<std::string> convert_document(ExportFormat format, std::string html,
                                                   std::string_view language,
                                                   const ExportConverters& converters = {});

/// Files made once and given out until what they tell changes: no converter runs for every request.
class ExportFiles {
  public:
    explicit ExportFiles(ExportConverters converters = {}) : converters_(std::move(converters)) {}

    using File = std::shared_ptr<const std::string>;
    /// `edition`: differs as soon as the text differs; files of another edition are let go. Refuses as
    /// `convert_document`, and (too_many; fact seconds) "views.conversions_busy" where `at_once` run already.
    [[nodiscard]] Result<File> file(const std::string& edition, ExportFormat format,
                                    std::string_view language, FunctionRef<std::string()> document);

    static constexpr int at_once = 2;

  private:
    File kept(const std::string& edition, const std::string& name);
    File keep(const std::string& edition, const std::string& name, std::string bytes);

    ExportConverters converters_;
    std::counting_semaphore<at_once> running_{at_once};
    std::mutex mutex_;
    std::string edition_;
    std::map<std::string, File> files_; ///< by file name
};

} // namespace poa::views
