// SPDX-License-Identifier: Apache-2.0
// The one file that compiles the bodies of Asio and Beast (BOOST_ASIO_SEPARATE_COMPILATION).
#include <boost/asio/impl/src.hpp>
#include <boost/beast/src.hpp>
