// SPDX-License-Identifier: Apache-2.0
#include "capabilities/documents/converting.hpp"

#include "base/child_process.hpp"
#include "base/require.hpp"
#include "base/text.hpp"
#include "capabilities/documents/converting_encoding.hpp"
#include "capabilities/documents/converting_markup.hpp"
#include "capabilities/documents/converting_numbering.hpp"
#include "capabilities/documents/converting_package.hpp"
#include "capabilities/documents/converting_pdf.hpp"

#include <fstream>

namespace poa::documents {
namespace {

constexpr std::string_view docx = "application/vnd.openxmlformats-officedocument.wordprocessingml.document";
constexpr std::string_view odt = "application/vnd.oasis.opendocument.text";
constexpr std::string_view pdf = "application/pdf";
constexpr std::string_view html = "text/html";
constexpr std::string_view rtf = "application/rtf";

constexpr std::size_t placed_bytes_per_byte = 16;

bool looks_like_html(std::string_view bytes) {
    std::string head = ascii_lower(trim(bytes.substr(0, 2'000)));
    if (head.starts_with("\xEF\xBB\xBF")) head = head.substr(3);
    while (head.starts_with("<!--") || head.starts_with("<?xml")) {
        std::size_t end = head.find('>');
        if (end == std::string::npos) return false;
        head = std::string(trim(std::string_view(head).substr(end + 1)));
    }
    return head.starts_with("<!doctype html") || head.starts_with("<html") || head.starts_with("<head") ||
           head.starts_with("<body");
}

Refusal bad(std::string code) {
    return Refusal::because(Refusal::Kind::bad_input, std::move(code));
}

std::string one_line(std::string_view text) {
    std::string line(first_characters(trim(text), 300));
    for (char& c : line)
        if (static_cast<unsigned char>(c) < 0x20) c = ' ';
    return is_utf8(line) ? line : std::string();
}

Refusal limit_reached(const std::string& converter, std::string limit) {
    return bad("documents.conversion_limit").with("converter", converter).with("limit", std::move(limit));
}

void write_file(const std::filesystem::path& path, std::string_view bytes) {
    std::ofstream file(path, std::ios::binary);
    file.write(bytes.data(), static_cast<std::streamsize>(bytes.size()));
    if (!file.flush()) throw MachineFailure("a file for a converter cannot be written: " + path.string());
}

/// What pandoc and pdftotext have in common.
Result<std::string> run_converter(std::string_view bytes, const std::string& program, std::string package,
                                  const std::vector<std::string>& arguments, const ConverterLimits& limits,
                                  std::string_view filter = {}) {
    std::string path = find_program(program);
    if (path.empty())
        return refuse(Refusal::because(Refusal::Kind::rule, "documents.converter_missing")
                          .with("converter", program)
                          .with("package", std::move(package)));
    TemporaryFolder folder;
    write_file(folder.path() / "input", bytes);
    if (!filter.empty()) write_file(folder.path() / "filter.lua", filter);
    ChildLimits child{limits.cpu_seconds, limits.wall_seconds, limits.memory_bytes, limits.output_bytes_max};
    ChildResult result = run_child(path, arguments, folder.path(), child);
    switch (result.end) {
    case ChildResult::End::out_of_time:
        return refuse(limit_reached(program, "time"));
    case ChildResult::End::out_of_cpu:
        return refuse(limit_reached(program, "cpu"));
    case ChildResult::End::output_too_large:
        return refuse(limit_reached(program, "output"));
    case ChildResult::End::killed:
        return refuse(limit_reached(program, "memory"));
    case ChildResult::End::exited:
        break;
    }
    std::error_code error;
    auto size = std::filesystem::file_size(folder.path() / "output", error);
    if (!error && size >= limits.output_bytes_max) return refuse(limit_reached(program, "output"));
    if (result.exit_code == 251 || result.errors.find("out of memory") != std::string::npos ||
        result.errors.find("heap exhausted") != std::string::npos)
        return refuse(limit_reached(program, "memory"));
    if (result.exit_code != 0)
        return refuse(bad("documents.conversion_failed")
                          .with("converter", program)
                          .with("detail", one_line(result.errors)));
    std::string text;
    std::ifstream file(folder.path() / "output", std::ios::binary);
    text.assign(std::istreambuf_iterator<char>(file), {});
    return text;
}

/// pandoc's time grows with the square of the paragraphs: what would reach the time limit is refused at once.
Result<void> check_paragraphs(std::string_view source, std::string_view type, const ConverterLimits& limits) {
    std::size_t paragraphs = count_paragraphs(source, type);
    if (paragraphs <= limits.paragraphs_max) return {};
    return refuse(bad("documents.too_many_passages")
                      .with("passages", std::to_string(paragraphs))
                      .with("passages_max", std::to_string(limits.paragraphs_max)));
}

/// Markdown as our importer reads it: no line wrapping, pipe tables, footnotes, lists with their own numbers,
/// no HTML left in. --sandbox keeps pandoc from opening any other file or address a document names.
Result<std::string> by_pandoc(std::string_view bytes, std::string_view format, bool title_in_text,
                              const ConverterLimits& limits) {
    std::vector<std::string> arguments = {
        "--sandbox",
        "--from",
        std::string(format),
        "--to",
        "markdown_strict+pipe_tables+footnotes+startnum+fancy_lists-raw_html-native_divs",
        "--wrap=none",
        "--markdown-headings=atx",
        "--eol=lf",
        "--lua-filter=filter.lua"};
    if (title_in_text) arguments.emplace_back("--metadata=title-is-in-text");
    arguments.emplace_back("input");
    return run_converter(bytes, limits.pandoc, "pandoc", arguments, limits, pandoc_filter());
}

Result<std::string> run_pdftotext(std::string_view bytes, std::vector<std::string> options,
                                  const ConverterLimits& limits) {
    for (const char* more : {"-enc", "UTF-8", "-eol", "unix", "input", "-"}) options.emplace_back(more);
    return run_converter(bytes, limits.pdftotext, "poppler-utils", options, limits);
}

Result<std::string> by_pdftotext(std::string_view bytes, const ConverterLimits& limits) {
    ConverterLimits for_places = limits; // each word comes with its place
    for_places.output_bytes_max = placed_bytes_per_byte * limits.output_bytes_max;
    auto placed = run_pdftotext(bytes, {"-bbox-layout"}, for_places);
    if (!placed) return placed;
    auto text = text_of_placed_words(*placed);
    if (!text) {
        auto plain = run_pdftotext(bytes, {}, limits);
        if (!plain) return plain;
        text = without_direction_signs(*plain);
    }
    if (text->find_first_not_of(" \t\r\n\f") == std::string::npos) return refuse(bad("documents.no_text"));
    if (text->size() > limits.output_bytes_max) return refuse(limit_reached(limits.pdftotext, "output"));
    return std::move(*text);
}

Refusal unpacks_too_large(std::uint64_t size, std::size_t size_max) {
    return bad("documents.unpacks_too_large")
        .with("bytes", std::to_string(size))
        .with("bytes_max", std::to_string(size_max));
}

std::string numbered_document(const std::vector<PackageEntry>& entries, std::string_view document,
                              const ConverterLimits& limits) {
    auto part = [&](std::string_view name) {
        const PackageEntry* entry = find_entry(entries, name);
        return entry ? unpack(*entry, limits.markup_bytes_max).value_or("") : std::string();
    };
    std::string styles = part("word/styles.xml"), numbering = part("word/numbering.xml");
    return with_written_numbers({document, styles, numbering});
}

/// DOCX and ODT: what the package says of its size, and the one entry that holds the text.
Result<std::string> by_pandoc_from_package(std::string_view bytes, std::string_view type,
                                           const ConverterLimits& limits) {
    auto entries = read_package(bytes);
    std::string_view name = type == docx ? "word/document.xml" : "content.xml";
    const PackageEntry* text = entries ? find_entry(*entries, name) : nullptr;
    if (!text)
        return refuse(
            bad("documents.conversion_failed").with("converter", "zip").with("detail", "no directory"));
    std::uint64_t size = 0;
    for (const PackageEntry& entry : *entries) size += entry.unpacked_bytes;
    if (size > limits.unpacked_bytes_max) return refuse(unpacks_too_large(size, limits.unpacked_bytes_max));
    if (text->unpacked_bytes > limits.markup_bytes_max)
        return refuse(unpacks_too_large(text->unpacked_bytes, limits.markup_bytes_max));
    auto content = unpack(*text, limits.markup_bytes_max);
    if (!content)
        return refuse(bad("documents.conversion_failed")
                          .with("converter", "zip")
                          .with("detail", "cannot unpack " + std::string(name)));
    if (auto few = check_paragraphs(*content, type, limits); !few) return refuse(few.error());
    std::string readable =
        type == docx ? numbered_document(*entries, *content, limits) : with_plain_head_rows(*content);
    return by_pandoc(with_entry(*entries, name, readable), type == docx ? "docx" : "odt", type == odt,
                     limits);
}

Result<std::string> convert(std::string_view bytes, std::string_view type, const ConverterLimits& limits) {
    if (type == pdf) return by_pdftotext(bytes, limits);
    if (type == docx || type == odt) return by_pandoc_from_package(bytes, type, limits);
    if (auto few = check_paragraphs(bytes, type, limits); !few) return refuse(few.error());
    if (type == html) return by_pandoc(bytes, "html-native_divs-native_spans", true, limits);
    return by_pandoc(with_readable_notes(bytes), "rtf", true, limits);
}

/// Text as it is; from UTF-16 with a remark.
ConvertedText plain_text(std::string_view bytes, std::string media_type) {
    ConvertedText converted{std::string(bytes), std::move(media_type), {}};
    std::string_view encoding = wide_encoding_of(bytes);
    if (encoding.empty()) return converted;
    converted.text = utf8_of(bytes, encoding);
    converted.remarks.push_back({1, "text_converted_from", std::string(encoding)});
    return converted;
}

bool is_text_type(std::string_view media_type) {
    std::string_view type = trim(media_type.substr(0, media_type.find(';')));
    return type.empty() || type == "text/plain" || type == "text/markdown" ||
           type == "application/octet-stream" || type == html;
}

} // namespace

std::string sniff_media_type(std::string_view bytes) {
    if (bytes.substr(0, 1'024).find("%PDF-") != std::string_view::npos) return std::string(pdf);
    if (bytes.starts_with("PK\x03\x04")) {
        auto entries = read_package(bytes);
        if (entries && find_entry(*entries, "word/document.xml")) return std::string(docx);
        if (entries && find_entry(*entries, "content.xml")) return std::string(odt);
        return "application/zip";
    }
    if (bytes.starts_with("{\\rtf")) return std::string(rtf);
    if (bytes.starts_with("\xD0\xCF\x11\xE0")) return "application/msword";
    if (looks_like_html(bytes)) return std::string(html);
    return {};
}

Result<ConvertedText> convert_to_text(std::string_view bytes, std::string_view media_type,
                                      const ConverterLimits& limits) {
    if (bytes.size() > limits.input_bytes_max)
        return refuse(bad("documents.too_large")
                          .with("bytes", std::to_string(bytes.size()))
                          .with("bytes_max", std::to_string(limits.input_bytes_max)));
    ConvertedText converted;
    converted.media_type = sniff_media_type(bytes);
    if (converted.media_type.empty()) {
        if (!is_text_type(media_type))
            return refuse(bad("documents.unknown_format").with("media_type", std::string(media_type)));
        return plain_text(bytes, media_type.starts_with("text/markdown") ? "text/markdown" : "text/plain");
    }
    for (std::string_view known : {pdf, docx, odt, rtf, html}) {
        if (converted.media_type != known) continue;
        auto text = convert(bytes, known, limits);
        if (!text) return refuse(text.error());
        converted.text = std::move(*text);
        return converted;
    }
    return refuse(bad("documents.unknown_format").with("media_type", converted.media_type));
}

} // namespace poa::documents
