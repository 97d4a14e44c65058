// SPDX-License-Identifier: Apache-2.0
#include "http/delivery.hpp"

#include "base/require.hpp"
#include "base/text.hpp"
#include "http/compression.hpp"
#include "http/conditional.hpp"

#include <cerrno>
#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

namespace poa::http {
namespace {

constexpr std::size_t piece_bytes_max = 128 * 1024;
constexpr std::size_t compressed_from_bytes = 1024; // below, the packet is one either way

void append_field(std::string& out, std::string_view name, std::string_view value) {
    out.append(name).append(": ").append(value).append("\r\n");
}

bool is_ours(std::string_view name) {
    return name == "content-length" || name == "transfer-encoding" || name == "connection" ||
           name == "date" || name == "content-encoding";
}

bool is_name(std::string_view name) {
    auto fits = [](char c) {
        return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '-' || c == '_';
    };
    return !name.empty() && std::ranges::all_of(name, fits);
}

void require_sendable(const Answer& answer) {
    constexpr std::string_view line_breaks("\r\n\0", 3);
    require(answer.status >= 200 && answer.status <= 599, "a status is a final one");
    for (const auto& [name, value] : answer.headers.all()) {
        require(is_name(name), "a header's name is a token in lower case");
        require(value.find_first_of(line_breaks) == std::string::npos, "no line break in a header's value");
        require(!is_ours(name), "this header is the transport's business");
    }
}

/// The bytes of a string body, none for the other kinds.
std::string_view text_in(const Answer& answer) {
    return answer.body_text();
}

bool can_vary(const Answer& answer) {
    return answer.gzipped || (answer.compressible && text_in(answer).size() >= compressed_from_bytes);
}

bool goes_compressed(const Request& request, const Answer& answer) {
    return can_vary(answer) && accepts_gzip(request.headers.get("accept-encoding"));
}

bool has_no_body(int status) {
    return status == 204 || status == 304;
}

bool is_unchanged(const Request& request, const Answer& answer) {
    if (answer.status != 200 || (request.method != Method::get && request.method != Method::head))
        return false;
    std::string_view etag = answer.headers.get("etag"), known = request.headers.get("if-none-match");
    return !etag.empty() && !known.empty() && matches_any(known, etag);
}

/// What describes content has no place where there is none: beside a 304 (RFC 9110 section 15.4.5) all of it,
/// beside a 204 its type and language.
bool describes_absent_content(std::string_view name, int status) {
    if (status == 204) return name == "content-type" || name == "content-language";
    return status == 304 && name.starts_with("content-") && name != "content-location";
}

void append_fields(const Answer& answer, bool compressed, Delivery& delivery) {
    bool varies = can_vary(answer);
    for (const auto& [name, value] : answer.headers.all()) {
        if (describes_absent_content(name, delivery.status)) continue;
        if (name == "etag" && compressed && value.starts_with('"')) {
            append_field(delivery.fields, name, "W/" + value); // other bytes, same meaning
        } else if (name == "vary" && varies && value != "*") {
            append_field(delivery.fields, name, value + ", accept-encoding");
            varies = false;
        } else {
            append_field(delivery.fields, name, value);
        }
    }
    if (varies && answer.headers.get("vary") != "*") append_field(delivery.fields, "vary", "accept-encoding");
    if (compressed && delivery.status != 304) append_field(delivery.fields, "content-encoding", "gzip");
}

void deliver_text(const Request& request, const Answer& answer, Delivery& delivery) {
    bool compressed = goes_compressed(request, answer);
    append_fields(answer, compressed, delivery);
    if (has_no_body(delivery.status)) return;
    delivery.body = text_in(answer);
    if (compressed && answer.gzipped) {
        delivery.body = *answer.gzipped;
    } else if (compressed) {
        delivery.own = gzip(delivery.body);
        delivery.body = delivery.own;
    }
    append_field(delivery.fields, "content-length", std::to_string(delivery.body.size()));
    if (request.method == Method::head) delivery.body = {};
}

/// Range counts only for GET, and only where If-Range, if there is one, names what we have.
RangeWanted range_wanted(const Request& request, const Answer& answer, std::uint64_t size) {
    if (request.method != Method::get || answer.status != 200 || !request.headers.has("range")) return {};
    std::string_view condition = request.headers.get("if-range");
    std::string_view dated = answer.headers.get("last-modified");
    bool holds = condition.empty() || same_strongly(condition, answer.headers.get("etag")) ||
                 (!dated.empty() && condition == dated);
    return holds ? read_range(request.headers.get("range"), size) : RangeWanted{};
}

void deliver_file(const Request& request, const Answer& answer, const FileBody& body, Delivery& delivery) {
    if (has_no_body(delivery.status)) return append_fields(answer, false, delivery);
    OpenFile file(body.path);
    std::uint64_t size = file.size();
    RangeWanted range = range_wanted(request, answer, size);
    if (range.kind == RangeWanted::Kind::unsatisfiable) {
        delivery.status = 416;
        append_field(delivery.fields, "content-range", "bytes */" + std::to_string(size));
        append_field(delivery.fields, "content-length", "0");
        return;
    }
    append_fields(answer, false, delivery);
    append_field(delivery.fields, "accept-ranges", "bytes");
    if (range.kind == RangeWanted::Kind::part) {
        delivery.status = 206;
        append_field(delivery.fields, "content-range",
                     fmt::format("bytes {}-{}/{}", range.first, range.first + range.length - 1, size));
        file.limit_to(range.first, range.length);
    }
    append_field(delivery.fields, "content-length", std::to_string(file.remaining()));
    if (request.method == Method::head) return;
    file.read(delivery.own);
    delivery.body = delivery.own;
    delivery.file = std::move(file);
}

void deliver_stream(const Request& request, const Answer& answer, const EventStream& stream,
                    Delivery& delivery) {
    append_fields(answer, false, delivery);
    if (!answer.headers.has("content-type"))
        append_field(delivery.fields, "content-type", "text/event-stream");
    if (!answer.headers.has("cache-control")) append_field(delivery.fields, "cache-control", "no-store");
    append_field(delivery.fields, "x-accel-buffering", "no"); // nginx passes events on at once
    if (request.method != Method::head) delivery.stream = &stream;
}

} // namespace

OpenFile::OpenFile(const std::filesystem::path& path)
    : descriptor_(::open(path.c_str(), O_RDONLY | O_CLOEXEC)) {
    if (descriptor_ < 0)
        throw MachineFailure(
            fmt::format("The file {} cannot be opened: {}.", path.string(), std::strerror(errno)));
    struct stat found {};
    if (::fstat(descriptor_, &found) != 0 || !S_ISREG(found.st_mode)) {
        ::close(descriptor_);
        throw MachineFailure(fmt::format("{} is not a file.", path.string()));
    }
    size_ = remaining_ = static_cast<std::uint64_t>(found.st_size);
}

OpenFile::~OpenFile() {
    if (descriptor_ >= 0) ::close(descriptor_);
}

OpenFile::OpenFile(OpenFile&& other) noexcept
    : descriptor_(std::exchange(other.descriptor_, -1)), size_(other.size_), next_(other.next_),
      remaining_(std::exchange(other.remaining_, 0)) {}

OpenFile& OpenFile::operator=(OpenFile&& other) noexcept {
    std::swap(descriptor_, other.descriptor_);
    std::swap(size_, other.size_);
    std::swap(next_, other.next_);
    std::swap(remaining_, other.remaining_);
    return *this;
}

void OpenFile::limit_to(std::uint64_t first, std::uint64_t length) {
    require(first + length <= size_, "a part lies within its file");
    next_ = first;
    remaining_ = length;
}

void OpenFile::read(std::string& piece) {
    piece.resize(std::min<std::uint64_t>(remaining_, piece_bytes_max));
    std::size_t filled = 0;
    while (filled < piece.size()) {
        ssize_t count = ::pread(descriptor_, piece.data() + filled, piece.size() - filled,
                                static_cast<off_t>(next_ + filled));
        if (count < 0 && errno == EINTR) continue;
        if (count <= 0) throw MachineFailure("A file became shorter, or failed, while it was sent.");
        filled += static_cast<std::size_t>(count);
    }
    next_ += filled;
    remaining_ -= filled;
}

void Delivery::clear() {
    status = 200;
    fields.clear();
    own.clear();
    body = {};
    file = OpenFile();
    stream = nullptr;
}

bool needs_worker(const Request& request, const Answer& answer) {
    if (std::holds_alternative<FileBody>(answer.body)) return true;
    return !answer.gzipped && goes_compressed(request, answer) && !is_unchanged(request, answer);
}

void deliver(const Request& request, const Answer& answer, Delivery& delivery) {
    require_sendable(answer);
    delivery.clear();
    delivery.status = is_unchanged(request, answer) ? 304 : answer.status;
    if (const auto* file = std::get_if<FileBody>(&answer.body))
        deliver_file(request, answer, *file, delivery);
    else if (const auto* stream = std::get_if<EventStream>(&answer.body))
        deliver_stream(request, answer, *stream, delivery);
    else
        deliver_text(request, answer, delivery);
}

} // namespace poa::http
