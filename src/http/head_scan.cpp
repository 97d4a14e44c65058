// SPDX-License-Identifier: Apache-2.0
#include "http/head_scan.hpp"

#include "http/server.hpp"

namespace poa::http {
namespace {

using Verdict = HeadScan::Verdict;

constexpr std::size_t method_and_version_bytes = 64; // beside the target in a request line

Verdict refused(int status, const char* what) {
    return {Verdict::Kind::refused, 0, status, what};
}

} // namespace

Verdict HeadScan::look(std::string_view bytes, const Limits& limits) {
    if (!bytes.empty() && (bytes[0] < 'A' || bytes[0] > 'z')) return refused(400, "not a request");
    for (;;) {
        std::size_t end = bytes.find('\n', looked_);
        if (end == std::string_view::npos) break;
        if (end == 0 || bytes[end - 1] != '\r') return refused(400, "a line ends without CR");
        std::size_t length = end - 1 - line_start_;
        if (line_start_ == 0 && length > limits.target_bytes + method_and_version_bytes)
            return refused(414, "target too long");
        if (length == 0) {
            if (end + 1 > limits.head_bytes) return refused(431, "head too large");
            return {Verdict::Kind::complete, end + 1, 0, ""};
        }
        // A folded line reads differently in different servers (RFC 9112 section 5.2).
        if (line_start_ > 0 && (bytes[line_start_] == ' ' || bytes[line_start_] == '\t'))
            return refused(400, "folded header line");
        line_start_ = looked_ = end + 1;
    }
    looked_ = bytes.size();
    if (line_start_ == 0 && bytes.size() > limits.target_bytes + method_and_version_bytes)
        return refused(414, "target too long");
    if (bytes.size() > limits.head_bytes) return refused(431, "head too large");
    return {};
}

} // namespace poa::http
