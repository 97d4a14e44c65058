// SPDX-License-Identifier: Apache-2.0
#include "capabilities/documents/converting.hpp"

#include "base/require.hpp"
#include "base/text.hpp"
#include "capabilities/documents/converting_process.hpp"

#include <fstream>

namespace poa::documents {
namespace {

constexpr std::string_view docx = "application/vnd.openxmlformats-officedocument.wordprocessingml.document";
constexpr std::string_view odt = "application/vnd.oasis.opendocument.text";
constexpr std::string_view pdf = "application/pdf";
constexpr std::string_view html = "text/html";
constexpr std::string_view rtf = "application/rtf";

std::uint32_t little_endian(std::string_view bytes, std::size_t at, int count) {
    std::uint32_t number = 0;
    for (int i = 0; i < count; ++i)
        number |=
            static_cast<std::uint32_t>(static_cast<unsigned char>(bytes[at + static_cast<std::size_t>(i)]))
            << (8 * i);
    return number;
}

/// The central directory of a ZIP file: names and unpacked sizes, as the file says of itself.
struct ZipDirectory {
    std::uint64_t unpacked_bytes = 0;
    bool has_word_document = false;
    bool has_open_document = false;
    bool readable = false;
};

ZipDirectory read_zip_directory(std::string_view bytes) {
    ZipDirectory found;
    std::size_t end = bytes.rfind("PK\x05\x06");
    if (end == std::string_view::npos || end + 22 > bytes.size()) return found;
    std::size_t entries = little_endian(bytes, end + 10, 2), at = little_endian(bytes, end + 16, 4);
    for (std::size_t i = 0; i < entries; ++i) {
        if (at + 46 > bytes.size() || bytes.substr(at, 4) != "PK\x01\x02") return found;
        std::size_t name = little_endian(bytes, at + 28, 2), extra = little_endian(bytes, at + 30, 2),
                    note = little_endian(bytes, at + 32, 2);
        found.unpacked_bytes += little_endian(bytes, at + 24, 4);
        std::string_view entry = bytes.substr(at + 46, name);
        found.has_word_document |= entry == "word/document.xml";
        found.has_open_document |= entry == "content.xml";
        at += 46 + name + extra + note;
    }
    found.readable = true;
    return found;
}

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

/// What pandoc and pdftotext have in common.
Result<std::string> run_converter(std::string_view bytes, const std::string& program, std::string package,
                                  const std::vector<std::string>& arguments, const std::string& input_name,
                                  const ConverterLimits& limits) {
    std::string path = find_program(program);
    if (path.empty())
        return refuse(Refusal::because(Refusal::Kind::rule, "documents.converter_missing")
                          .with("converter", program)
                          .with("package", std::move(package)));
    TemporaryFolder folder;
    std::ofstream(folder.path() / input_name, std::ios::binary)
        .write(bytes.data(), static_cast<std::streamsize>(bytes.size()));
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

/// Markdown as our importer reads it: no line wrapping, pipe tables, footnotes, no HTML left in. --sandbox
/// keeps pandoc from opening any other file or address a document names.
Result<std::string> by_pandoc(std::string_view bytes, const char* format, const ConverterLimits& limits) {
    std::vector<std::string> arguments = {"--sandbox",
                                          "--from",
                                          format,
                                          "--to",
                                          "markdown_strict+pipe_tables+footnotes-raw_html-native_divs",
                                          "--wrap=none",
                                          "--markdown-headings=atx",
                                          "--eol=lf",
                                          "input"};
    return run_converter(bytes, limits.pandoc, "pandoc", arguments, "input", limits);
}

Result<std::string> by_pdftotext(std::string_view bytes, const ConverterLimits& limits) {
    auto text = run_converter(bytes, limits.pdftotext, "poppler-utils",
                              {"-enc", "UTF-8", "-eol", "unix", "input", "-"}, "input", limits);
    if (text && text->find_first_not_of(" \t\r\n\f") == std::string::npos)
        return refuse(bad("documents.no_text"));
    return text;
}

Result<void> check_package(std::string_view bytes, const ConverterLimits& limits) {
    ZipDirectory directory = read_zip_directory(bytes);
    if (!directory.readable)
        return refuse(
            bad("documents.conversion_failed").with("converter", "zip").with("detail", "no directory"));
    if (directory.unpacked_bytes > limits.unpacked_bytes_max)
        return refuse(bad("documents.unpacks_too_large")
                          .with("bytes", std::to_string(directory.unpacked_bytes))
                          .with("bytes_max", std::to_string(limits.unpacked_bytes_max)));
    return {};
}

Result<std::string> convert(std::string_view bytes, std::string_view type, const ConverterLimits& limits) {
    if (type == pdf) return by_pdftotext(bytes, limits);
    if (type == html) return by_pandoc(bytes, "html-native_divs-native_spans", limits);
    if (type == rtf) return by_pandoc(bytes, "rtf", limits);
    if (auto checked = check_package(bytes, limits); !checked) return refuse(checked.error());
    return by_pandoc(bytes, type == docx ? "docx" : "odt", limits);
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
        ZipDirectory directory = read_zip_directory(bytes);
        if (directory.has_word_document) return std::string(docx);
        if (directory.has_open_document) return std::string(odt);
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
        converted.media_type = media_type.starts_with("text/markdown") ? "text/markdown" : "text/plain";
        converted.text = std::string(bytes);
        return converted;
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
