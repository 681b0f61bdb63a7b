package main

import (
	"slices"
	"time"
)

// sample is a number of times, sorted.
type sample []time.Duration

func sampleOf(times []time.Duration) sample {
	return slices.Sorted(slices.Values(times))
}

// at returns the time that so many in a hundred are not above.
func (s sample) at(percent int) time.Duration {
	if len(s) == 0 {
		return 0
	}
	return s[min(len(s)-1, len(s)*percent/100)]
}

func (s sample) middle() time.Duration { return s.at(50) }

// repeat measures something several times.
func repeat(runs int, measure func() (time.Duration, error)) (sample, error) {
	var all []time.Duration
	for range runs {
		took, err := measure()
		if err != nil {
			return nil, err
		}
		all = append(all, took)
	}
	return sampleOf(all), nil
}
