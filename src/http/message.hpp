// SPDX-License-Identifier: Apache-2.0
#pragma once
// A request as the house reads it, and an answer as it gives it. No Beast here: only http/transport* knows
// Beast.

#include "base/bytes.hpp"

#include <cstdint>
#include <filesystem>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <variant>
#include <vector>

namespace poa::http {

enum class Method { get, head, post, put, patch, del, options };
[[nodiscard]] std::string_view name_of(Method method);
[[nodiscard]] std::optional<Method> parse_method(std::string_view name);

/// Names in lower case, in the order received. Small, so looked up by walking.
class Headers {
  public:
    void add(std::string name, std::string value) { fields_.emplace_back(std::move(name), std::move(value)); }
    /// The first of that name; empty where there is none.
    [[nodiscard]] std::string_view get(std::string_view lower_case_name) const;
    [[nodiscard]] bool has(std::string_view lower_case_name) const;
    [[nodiscard]] const std::vector<std::pair<std::string, std::string>>& all() const { return fields_; }
    void set(std::string_view lower_case_name, std::string value); ///< replaces or adds
    void clear() { fields_.clear(); }

  private:
    std::vector<std::pair<std::string, std::string>> fields_;
};

/// Name and value pairs of a query string or a form, decoded, in order; a name may come several times.
class Fields {
  public:
    void add(std::string name, std::string value) { pairs_.emplace_back(std::move(name), std::move(value)); }
    [[nodiscard]] std::optional<std::string_view> get(std::string_view name) const; ///< the first
    [[nodiscard]] std::vector<std::string_view> all_of(std::string_view name) const;
    [[nodiscard]] const std::vector<std::pair<std::string, std::string>>& all() const { return pairs_; }
    [[nodiscard]] bool empty() const { return pairs_.empty(); }
    /// application/x-www-form-urlencoded; nothing where an escape is broken, or text is not UTF-8 or holds
    /// NUL.
    [[nodiscard]] static std::optional<Fields> parse(std::string_view encoded);

  private:
    std::vector<std::pair<std::string, std::string>> pairs_;
};

struct Request {
    Method method = Method::get;
    std::string target; ///< as received: path and query
    std::string path;   ///< decoded, begins with '/', no "." or ".." segments, no empty segments inside
    std::vector<std::string> segments; ///< of the path, decoded one by one ("/a/b%2Fc" -> "a", "b/c")
    Fields query;
    Headers headers;
    std::string body;
    std::string remote_address; ///< of the peer, or what a trusted proxy says in X-Forwarded-For
    bool secure = false;        ///< https, as a trusted proxy says in X-Forwarded-Proto
    std::string id;             ///< for logs and error references; random, short

    /// The first cookie of that name, without quotes.
    [[nodiscard]] std::optional<std::string_view> cookie(std::string_view name) const;
};

/// A file sent without reading it into memory; ranges are the transport's business. A file that cannot be
/// opened is a 500 through Application::failed. It is sent as it is, never compressed on the way.
struct FileBody {
    std::filesystem::path path;
};

/// Server-sent events: the connection stays open; each time the server is told of a new position
/// (Server::announce) the event "position" with that number is sent, and a comment every 15 s.
///
/// With a channel it hears what is said to that channel (Server::tell) and nothing else; with each comment
/// comes the event "still", by which a script can tell a silent channel from a dead line. What was said to
/// the channel shortly before the stream began follows `first`, so that nothing is missed between reading a
/// state and listening: the data should say which of two is the newer. It ends after Limits::channel_seconds;
/// who still listens asks again, and so is asked again whether it may.
struct EventStream {
    std::uint64_t position = 0; ///< sent first, where there is no channel
    std::string channel;        ///< "question:12:public"; never from a request: what names it must be ours
    std::string first;          ///< data of the event "state" sent at once; empty: none
};

struct Answer {
    int status = 200;
    Headers headers; ///< content-type, cache-control, etag ... Content-Length and Date are the transport's
                     ///< business
    std::variant<std::string, std::shared_ptr<const std::string>, FileBody, EventStream> body;
    /// Text that may be compressed on the way (the transport decides by Accept-Encoding and size).
    bool compressible = false;
    /// Bytes that were compressed before, kept beside a shared body; sent to who accepts gzip.
    std::shared_ptr<const std::string> gzipped;

    [[nodiscard]] static Answer text(int status, std::string_view content_type, std::string body);
    [[nodiscard]] static Answer redirect(std::string location, int status = 303);
    [[nodiscard]] static Answer empty(int status);
    [[nodiscard]] std::string_view body_text() const; ///< of a string body, for tests
};

} // namespace poa::http
