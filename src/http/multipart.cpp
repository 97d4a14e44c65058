// SPDX-License-Identifier: Apache-2.0
#include "http/multipart.hpp"

#include "base/text.hpp"
#include "http/quality.hpp"

#include <cstring>

namespace poa::http {
namespace {

constexpr std::size_t part_head_bytes_max = 8 * 1024;
constexpr std::size_t boundary_bytes_max = 70; // RFC 2046 section 5.1.1

using Settings = std::vector<std::pair<std::string, std::string>>;

/// `"a\"b"` -> `a"b`. Browsers of old send paths with single backslashes, which stay.
std::string unquote_as_browsers_do(std::string_view text) {
    if (text.size() < 2 || text.front() != '"' || text.back() != '"') return std::string(text);
    std::string out;
    for (std::size_t i = 1; i + 1 < text.size(); ++i) {
        bool escapes = text[i] == '\\' && i + 2 < text.size() && (text[i + 1] == '"' || text[i + 1] == '\\');
        out += text[escapes ? ++i : i];
    }
    return out;
}

/// `form-data; name="a"` -> value and parameters; false where it cannot be read or a parameter is repeated.
bool read_value(std::string_view header, std::string& value, Settings& settings) {
    auto pieces = split_outside_quotes(header, ';');
    value = ascii_lower(trim(pieces.front()));
    for (std::size_t i = 1; i < pieces.size(); ++i) {
        std::string_view piece = trim(pieces[i]);
        if (piece.empty()) continue;
        std::size_t equals = piece.find('=');
        if (equals == std::string_view::npos) return false;
        std::string name = ascii_lower(trim(piece.substr(0, equals)));
        if (std::ranges::any_of(settings, [&](const auto& pair) { return pair.first == name; })) return false;
        settings.emplace_back(std::move(name), unquote_as_browsers_do(trim(piece.substr(equals + 1))));
    }
    return true;
}

const std::string* setting(const Settings& settings, std::string_view name) {
    for (const auto& [key, value] : settings)
        if (key == name) return &value;
    return nullptr;
}

bool is_one_line(std::string_view text) {
    return is_plain_text(text) && text.find_first_of("\r\n") == std::string_view::npos;
}

/// RFC 8187: UTF-8'en'%e2%82%ac
std::optional<std::string> decode_extended(std::string_view text) {
    std::size_t first = text.find('\'');
    std::size_t second = first == std::string_view::npos ? first : text.find('\'', first + 1);
    if (second == std::string_view::npos || !same_ignoring_case(text.substr(0, first), "UTF-8"))
        return std::nullopt;
    return percent_decode(text.substr(second + 1));
}

/// Never a path, never a name that means a folder.
std::string last_path_segment(std::string_view filename) {
    std::size_t slash = filename.find_last_of("/\\");
    if (slash != std::string_view::npos) filename.remove_prefix(slash + 1);
    if (filename == "." || filename == "..") return "unnamed";
    return std::string(filename);
}

bool read_disposition(std::string_view header, Part& part) {
    std::string kind;
    Settings settings;
    if (!read_value(header, kind, settings) || kind != "form-data") return false;
    const std::string* name = setting(settings, "name");
    if (name == nullptr || !is_one_line(*name)) return false;
    part.name = *name;
    std::optional<std::string> filename;
    if (const std::string* extended = setting(settings, "filename*")) {
        filename = decode_extended(*extended);
        if (!filename) return false;
    } else if (const std::string* plain = setting(settings, "filename")) {
        filename = *plain;
    }
    if (!filename) return true;
    part.filename = last_path_segment(*filename);
    return is_one_line(part.filename);
}

/// The lines between a delimiter and the empty line.
bool read_part_head(std::string_view head, Part& part) {
    bool has_disposition = false;
    while (!head.empty()) {
        std::size_t end = head.find("\r\n");
        std::string_view line = head.substr(0, end);
        head.remove_prefix(end == std::string_view::npos ? head.size() : end + 2);
        std::size_t colon = line.find(':');
        if (colon == std::string_view::npos || colon == 0 || line.find('\n') != std::string_view::npos)
            return false;
        std::string_view name = line.substr(0, colon), value = trim(line.substr(colon + 1));
        if (same_ignoring_case(name, "content-disposition")) {
            if (has_disposition || !read_disposition(value, part)) return false;
            has_disposition = true;
        } else if (same_ignoring_case(name, "content-type")) {
            if (!is_one_line(value)) return false;
            part.content_type = value;
        }
    }
    return has_disposition;
}

std::optional<std::string> boundary_of(std::string_view content_type) {
    std::string type;
    Settings settings;
    if (!read_value(content_type, type, settings) || type != "multipart/form-data") return std::nullopt;
    const std::string* boundary = setting(settings, "boundary");
    if (boundary == nullptr || boundary->empty() || boundary->size() > boundary_bytes_max ||
        !is_one_line(*boundary))
        return std::nullopt;
    return *boundary;
}

/// Reads a body from front to back; each byte is looked at a bounded number of times.
class Reader {
  public:
    Reader(std::string_view body, std::string boundary) : body_(body), delimiter_("\r\n--" + boundary) {}

    [[nodiscard]] std::size_t at() const { return at_; }

    /// To behind the first delimiter; what stands before it is nobody's.
    bool begin() {
        if (body_.starts_with(std::string_view(delimiter_).substr(2))) {
            at_ = delimiter_.size() - 2;
            return true;
        }
        return pass_delimiter().has_value();
    }

    /// Behind a delimiter: whether it was the last one; nothing where neither.
    std::optional<bool> is_last() {
        std::string_view rest = body_.substr(at_);
        if (rest.starts_with("--")) return true;
        std::size_t text = rest.find_first_not_of(" \t");
        if (text == std::string_view::npos || !rest.substr(text).starts_with("\r\n")) return std::nullopt;
        at_ += text + 2;
        return false;
    }

    /// A whole part, to behind the delimiter that ends it.
    bool read(Part& part) {
        std::string_view rest = body_.substr(at_);
        std::size_t end = rest.substr(0, part_head_bytes_max).find("\r\n\r\n");
        if (end == std::string_view::npos || !read_part_head(rest.substr(0, end), part)) return false;
        at_ += end + 2; // the delimiter of an empty part begins with the line break of the empty line
        std::size_t content = at_ + 2;
        auto found = pass_delimiter();
        if (!found) return false;
        part.content = *found < content ? std::string_view{} : body_.substr(content, *found - content);
        return true;
    }

  private:
    /// To behind the next delimiter; where it began.
    std::optional<std::size_t> pass_delimiter() {
        // memmem is linear where std::string_view::find need not be
        const void* found =
            memmem(body_.data() + at_, body_.size() - at_, delimiter_.data(), delimiter_.size());
        if (found == nullptr) return std::nullopt;
        auto begin = static_cast<std::size_t>(static_cast<const char*>(found) - body_.data());
        at_ = begin + delimiter_.size();
        return begin;
    }

    std::string_view body_;
    std::string delimiter_;
    std::size_t at_ = 0;
};

std::unexpected<Refusal> malformed(std::size_t at) {
    return refuse(
        Refusal::because(Refusal::Kind::bad_input, "form.malformed").with("at", std::to_string(at)));
}

} // namespace

Result<std::vector<Part>> parse_multipart(std::string_view content_type, std::string_view body,
                                          std::size_t parts_max) {
    auto boundary = boundary_of(content_type);
    if (!boundary) return malformed(0);
    Reader reader(body, std::move(*boundary));
    if (!reader.begin()) return malformed(0);
    std::vector<Part> parts;
    for (;;) {
        auto last = reader.is_last();
        if (!last) return malformed(reader.at());
        if (*last) return parts;
        if (parts.size() == parts_max)
            return refuse(Refusal::because(Refusal::Kind::bad_input, "form.too_many_parts")
                              .with("most", std::to_string(parts_max)));
        Part part;
        if (!reader.read(part)) return malformed(reader.at());
        parts.push_back(std::move(part));
    }
}

} // namespace poa::http
