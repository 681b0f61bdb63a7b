// Package notebook is what the reader adds to a library. It lies in the user's folder for data: unlike an index it can't
// be made again, so it is never deleted, and written so that a crash loses at most what was being written.
package notebook
