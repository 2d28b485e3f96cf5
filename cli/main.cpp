#include <cstdio>
#include "engine/core/version.hpp"
#include "layers/gdal/session.hpp"
int main(){ std::puts(redline::redline_version().c_str()); std::puts(redline::gdal_version().c_str()); }
